#include "audio_ring.h"
#include "amends_audio.h"

#include <stdlib.h>
#include <string.h>

int audio_ring_open(audio_ring *ring, uint32_t size) {
    if (size == 0 || (size & (size - 1)) != 0) return AMENDS_EINVALID;
    ring->samples = calloc(size, sizeof(int16_t));
    if (!ring->samples) return AMENDS_EMEMORY;
    ring->size = size;
    atomic_init(&ring->put, 0);
    atomic_init(&ring->taken, 0);
    return 0;
}

void audio_ring_close(audio_ring *ring) {
    free(ring->samples);
    ring->samples = NULL;
}

uint32_t audio_ring_waiting(audio_ring *ring) {
    return atomic_load_explicit(&ring->put, memory_order_acquire) -
           atomic_load_explicit(&ring->taken, memory_order_acquire);
}

uint32_t audio_ring_put(audio_ring *ring, const int16_t *from, uint32_t count) {
    uint32_t put = atomic_load_explicit(&ring->put, memory_order_relaxed);
    uint32_t room = ring->size - (put - atomic_load_explicit(&ring->taken, memory_order_acquire));
    if (count > room) count = room;
    uint32_t at = put & (ring->size - 1), first = ring->size - at;
    if (first > count) first = count;
    memcpy(ring->samples + at, from, first * sizeof(int16_t));
    memcpy(ring->samples, from + first, (count - first) * sizeof(int16_t));
    atomic_store_explicit(&ring->put, put + count, memory_order_release);
    return count;
}

uint32_t audio_ring_take(audio_ring *ring, int16_t *to, uint32_t count) {
    uint32_t taken = atomic_load_explicit(&ring->taken, memory_order_relaxed);
    uint32_t there = atomic_load_explicit(&ring->put, memory_order_acquire) - taken;
    if (count > there) count = there;
    uint32_t at = taken & (ring->size - 1), first = ring->size - at;
    if (first > count) first = count;
    memcpy(to, ring->samples + at, first * sizeof(int16_t));
    memcpy(to + first, ring->samples, (count - first) * sizeof(int16_t));
    atomic_store_explicit(&ring->taken, taken + count, memory_order_release);
    return count;
}
