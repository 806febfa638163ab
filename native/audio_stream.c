#define _GNU_SOURCE
#include "amends_audio.h"
#include "audio_ring.h"

#include <portaudio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__linux__)
#include <dlfcn.h>

static void hushed(const char *message, ...) { (void)message; }

static void hushed_alsa(const char *file, int line, const char *function, int error, const char *format, ...) {
    (void)file, (void)line, (void)function, (void)error, (void)format;
}

/* Looking for devices, ALSA and JACK fill the caller's error stream with what they did not find. */
static void hush(void) {
    setenv("JACK_NO_START_SERVER", "1", 0);
    void (*alsa)(void *) = (void (*)(void *))dlsym(RTLD_DEFAULT, "snd_lib_error_set_handler");
    if (alsa) alsa((void *)hushed_alsa);
    void (*jack)(void *) = (void (*)(void *))dlsym(RTLD_DEFAULT, "jack_set_error_function");
    if (jack) jack((void *)hushed);
}
#else
static void hush(void) {}
#endif

struct amends_stream {
    /* One for both ways, or one for each. */
    PaStream *ports[2];
    audio_ring heard;
    audio_ring spoken;
    _Atomic int64_t lost;
    _Atomic int64_t silent;
};

/* Called by the device's own thread: copies, counts, and nothing else. */
static int move(const void *in, void *out, unsigned long samples, const PaStreamCallbackTimeInfo *time,
                PaStreamCallbackFlags flags, void *user) {
    (void)time;
    (void)flags;
    amends_stream *stream = user;
    uint32_t count = (uint32_t)samples;
    if (in) {
        uint32_t put = audio_ring_put(&stream->heard, in, count);
        if (put < count) atomic_fetch_add_explicit(&stream->lost, count - put, memory_order_relaxed);
    }
    if (out) {
        uint32_t taken = audio_ring_take(&stream->spoken, out, count);
        if (taken < count) {
            memset((int16_t *)out + taken, 0, (count - taken) * sizeof(int16_t));
            atomic_fetch_add_explicit(&stream->silent, count - taken, memory_order_relaxed);
        }
    }
    return paContinue;
}

int32_t amends_devices(void) {
    hush();
    Pa_Terminate();
    if (Pa_Initialize() != paNoError) return AMENDS_EDEVICE;
    int count = Pa_GetDeviceCount();
    return count < 0 ? AMENDS_EDEVICE : count;
}

static int32_t micros(double seconds) { return (int32_t)(seconds * 1e6); }

int32_t amends_device(int32_t index, char *name, int32_t room, int32_t traits[6]) {
    if (!name || room <= 0 || !traits || index < 0) return AMENDS_EINVALID;
    const PaDeviceInfo *info = Pa_GetDeviceInfo(index);
    if (!info) return AMENDS_EDEVICE;
    snprintf(name, (size_t)room, "%s", info->name ? info->name : "");
    traits[0] = info->maxInputChannels;
    traits[1] = info->maxOutputChannels;
    traits[2] = Pa_GetDefaultInputDevice() == index;
    traits[3] = Pa_GetDefaultOutputDevice() == index;
    traits[4] = micros(info->defaultLowInputLatency);
    traits[5] = micros(info->defaultLowOutputLatency);
    return 0;
}

static void says(char *error, const char *what) {
    if (error) snprintf(error, 128, "%s", what);
}

static int side(PaStreamParameters *to, int32_t device, int listening, int32_t rate, int32_t period) {
    const PaDeviceInfo *info = Pa_GetDeviceInfo(device);
    if (!info || (listening ? info->maxInputChannels : info->maxOutputChannels) < 1) return 0;
    double least = listening ? info->defaultLowInputLatency : info->defaultLowOutputLatency;
    double wished = 3.0 * period / rate;
    memset(to, 0, sizeof *to);
    to->device = device;
    to->channelCount = 1;
    to->sampleFormat = paInt16;
    /* Three periods: what the device needs to be steady, and not what it would like. */
    to->suggestedLatency = least < wished ? wished : least > 4 * wished ? wished : least;
    return 1;
}

static amends_stream *prepared(int32_t ring) {
    amends_stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    if (audio_ring_open(&stream->heard, (uint32_t)ring) == 0) {
        if (audio_ring_open(&stream->spoken, (uint32_t)ring) == 0) return stream;
        audio_ring_close(&stream->heard);
    }
    free(stream);
    return NULL;
}

/* ALSA's plug-ins for sound servers lose step when both ways are waited for together. */
static int apart(const PaStreamParameters *in, const PaStreamParameters *out) {
    if (!in || !out) return 0;
    const PaHostApiInfo *api = Pa_GetHostApiInfo(Pa_GetDeviceInfo(in->device)->hostApi);
    const PaDeviceInfo *speaker = Pa_GetDeviceInfo(out->device);
    return !api || api->type == paALSA || Pa_GetHostApiInfo(speaker->hostApi) != api;
}

static PaError started(PaStream **port, const PaStreamParameters *in, const PaStreamParameters *out, int32_t rate,
                       unsigned long period, amends_stream *stream) {
    PaError failed = Pa_OpenStream(port, in, out, rate, period, paClipOff, move, stream);
    return failed == paNoError ? Pa_StartStream(*port) : failed;
}

static PaError opened(amends_stream *stream, const PaStreamParameters *in, const PaStreamParameters *out, int32_t rate,
                      unsigned long period) {
    if (!apart(in, out)) return started(&stream->ports[0], in, out, rate, period, stream);
    PaError failed = started(&stream->ports[0], in, NULL, rate, period, stream);
    return failed == paNoError ? started(&stream->ports[1], NULL, out, rate, period, stream) : failed;
}

amends_stream *amends_stream_open(int32_t microphone, int32_t speaker, int32_t rate, int32_t period, int32_t ring,
                                  char *error) {
    PaStreamParameters in, out;
    int listens = microphone >= 0, speaks = speaker >= 0;
    says(error, "");
    if ((!listens && !speaks) || rate < 8000 || rate > 192000 || period <= 0 || period > ring || ring > 1 << 20) {
        says(error, "the stream's measures are out of range");
        return NULL;
    }
    if ((listens && !side(&in, microphone, 1, rate, period)) || (speaks && !side(&out, speaker, 0, rate, period))) {
        says(error, "no such device");
        return NULL;
    }
    amends_stream *stream = prepared(ring);
    if (!stream) {
        says(error, "the ring is no power of two, or there is no memory");
        return NULL;
    }
    PaError failed = opened(stream, listens ? &in : NULL, speaks ? &out : NULL, rate, (unsigned long)period);
    if (failed == paNoError) return stream;
    says(error, Pa_GetErrorText(failed));
    amends_stream_close(stream);
    return NULL;
}

int32_t amends_stream_read(amends_stream *stream, int16_t *pcm, int32_t samples) {
    if (!stream || !pcm || samples < 0) return AMENDS_EINVALID;
    return (int32_t)audio_ring_take(&stream->heard, pcm, (uint32_t)samples);
}

int32_t amends_stream_write(amends_stream *stream, const int16_t *pcm, int32_t samples) {
    if (!stream || !pcm || samples < 0) return AMENDS_EINVALID;
    return (int32_t)audio_ring_put(&stream->spoken, pcm, (uint32_t)samples);
}

int32_t amends_stream_state(amends_stream *stream, int64_t state[7]) {
    if (!stream || !state) return AMENDS_EINVALID;
    state[0] = audio_ring_waiting(&stream->heard);
    state[1] = audio_ring_waiting(&stream->spoken);
    state[2] = atomic_load_explicit(&stream->lost, memory_order_relaxed);
    state[3] = atomic_load_explicit(&stream->silent, memory_order_relaxed);
    state[4] = 1;
    state[5] = state[6] = 0;
    for (int i = 0; i < 2; i++) {
        if (!stream->ports[i]) continue;
        const PaStreamInfo *info = Pa_GetStreamInfo(stream->ports[i]);
        if (Pa_IsStreamActive(stream->ports[i]) != 1) state[4] = 0;
        if (info && info->inputLatency > 0) state[5] = micros(info->inputLatency);
        if (info && info->outputLatency > 0) state[6] = micros(info->outputLatency);
    }
    return 0;
}

void amends_stream_close(amends_stream *stream) {
    if (!stream) return;
    for (int i = 0; i < 2; i++)
        if (stream->ports[i]) Pa_CloseStream(stream->ports[i]);
    audio_ring_close(&stream->heard);
    audio_ring_close(&stream->spoken);
    free(stream);
}
