/* A ring of samples between one thread that puts and one that takes, without locks. */
#ifndef AMENDS_AUDIO_RING_H
#define AMENDS_AUDIO_RING_H

#include <stdatomic.h>
#include <stdint.h>

typedef struct {
    int16_t *samples;
    uint32_t size; /* a power of two */
    _Atomic uint32_t put;
    _Atomic uint32_t taken;
} audio_ring;

/* Returns 0, or a negative AMENDS_E…. */
int audio_ring_open(audio_ring *ring, uint32_t size);
void audio_ring_close(audio_ring *ring);
uint32_t audio_ring_waiting(audio_ring *ring);
uint32_t audio_ring_put(audio_ring *ring, const int16_t *from, uint32_t count);
uint32_t audio_ring_take(audio_ring *ring, int16_t *to, uint32_t count);

#endif
