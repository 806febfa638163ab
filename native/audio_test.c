/* What can be tried without a device: the ring between two threads, and Opus there and back. */
#include "amends_audio.h"
#include "audio_ring.h"

#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOLDS(what)                                                                                                    \
    do {                                                                                                               \
        if (!(what)) {                                                                                                 \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #what);                                  \
            exit(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

enum { TOTAL = 2000000 };

static void *puts_all(void *ring) {
    int16_t some[97];
    for (int next = 0; next < TOTAL;) {
        int count = next + 97 <= TOTAL ? 97 : TOTAL - next;
        for (int i = 0; i < count; i++) some[i] = (int16_t)(next + i);
        uint32_t put = audio_ring_put(ring, some, (uint32_t)count);
        next += (int)put;
        if (put == 0) sched_yield();
    }
    return NULL;
}

static void what_is_put_is_taken_in_order(void) {
    audio_ring ring;
    pthread_t thread;
    int16_t some[61];
    HOLDS(audio_ring_open(&ring, 100) == AMENDS_EINVALID);
    HOLDS(audio_ring_open(&ring, 1024) == 0);
    pthread_create(&thread, NULL, puts_all, &ring);
    for (int next = 0; next < TOTAL;) {
        uint32_t taken = audio_ring_take(&ring, some, 61);
        for (uint32_t i = 0; i < taken; i++) HOLDS(some[i] == (int16_t)(next + (int)i));
        next += (int)taken;
        if (taken == 0) sched_yield();
    }
    pthread_join(thread, NULL);
    HOLDS(audio_ring_waiting(&ring) == 0);
    audio_ring_close(&ring);
}

static void a_tone_comes_back_as_a_tone(void) {
    int16_t pcm[320], back[320];
    uint8_t packet[400];
    double power = 0;
    amends_encoder *encoder = amends_encoder_open(16000, 24000, 5, 0);
    amends_decoder *decoder = amends_decoder_open(16000);
    HOLDS(encoder && decoder);
    for (int frame = 0; frame < 50; frame++) {
        for (int i = 0; i < 320; i++) pcm[i] = (int16_t)(8000 * sin((frame * 320 + i) * 2 * M_PI * 440 / 16000));
        int size = amends_encode(encoder, pcm, 320, packet, sizeof packet);
        HOLDS(size > 0);
        HOLDS(amends_decode(decoder, packet, size, back, 320, 0) == 320);
        for (int i = 0; frame > 10 && i < 320; i++) power += (double)back[i] * back[i] / 320 / 39;
    }
    HOLDS(power > 0.5 * 8000 * 8000 / 2 && power < 2.0 * 8000 * 8000 / 2);
    HOLDS(amends_decode(decoder, NULL, 0, back, 320, 0) == 320);
    amends_encoder_close(encoder);
    amends_decoder_close(decoder);
}

static void what_is_no_opus_is_refused(void) {
    int16_t pcm[960];
    uint8_t noise[1500];
    amends_decoder *decoder = amends_decoder_open(48000);
    srand(1);
    for (int round = 0; round < 20000; round++) {
        int size = rand() % (int)sizeof noise;
        for (int i = 0; i < size; i++) noise[i] = (uint8_t)rand();
        int32_t samples = amends_decode(decoder, noise, size, pcm, 960, round % 3 == 0);
        HOLDS(samples <= 960 && samples >= AMENDS_EDEVICE);
    }
    HOLDS(amends_decode(decoder, NULL, 5, pcm, 960, 0) == AMENDS_EINVALID);
    HOLDS(amends_decode(decoder, noise, 5, pcm, 0, 0) == AMENDS_EINVALID);
    HOLDS(amends_encoder_open(44100, 24000, 0, 0) == NULL);
    HOLDS(amends_decoder_open(1) == NULL);
    amends_decoder_close(decoder);
}

int main(void) {
    what_is_put_is_taken_in_order();
    a_tone_comes_back_as_a_tone();
    what_is_no_opus_is_refused();
    HOLDS(amends_abi_version() == AMENDS_ABI);
    puts("all hold");
    return 0;
}
