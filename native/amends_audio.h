/*
 * Opus and sound devices for the desk, behind a C interface that Java binds without any code of its own in C.
 *
 * There are no callbacks into the caller: a device's own thread moves samples between the device and two rings without
 * allocating or locking, and the caller reads and writes the rings. Functions return a negative AMENDS_E… on failure.
 * A handle is used by one thread at a time; closing one that is in use is the caller's mistake.
 */
#ifndef AMENDS_AUDIO_H
#define AMENDS_AUDIO_H

#include <stdint.h>

#if defined(_WIN32)
#define AMENDS_API __declspec(dllexport)
#else
#define AMENDS_API __attribute__((visibility("default")))
#endif

/* Raised with every change that an older caller would not survive. */
#define AMENDS_ABI 1

#define AMENDS_EINVALID (-1) /* an argument out of range */
#define AMENDS_EMEMORY (-2)
#define AMENDS_ECODEC (-3)  /* what came is no Opus packet */
#define AMENDS_EDEVICE (-4) /* the device is missing, in use, or gone */

AMENDS_API int32_t amends_abi_version(void);

/* --- Opus, RFC 6716 --------------------------------------------------------------------------------------------- */

typedef struct amends_encoder amends_encoder;
typedef struct amends_decoder amends_decoder;

/*
 * rate: 8000, 12000, 16000, 24000 or 48000; bitrate in bit/s; loss: the expected share of lost packets in per cent,
 * above which in-band FEC is sent; dtx: 1 to send next to nothing in silence. Mono. NULL on failure.
 */
AMENDS_API amends_encoder *amends_encoder_open(int32_t rate, int32_t bitrate, int32_t loss, int32_t dtx);

/* One frame of 2.5 to 60 ms. Returns the bytes written into packet. */
AMENDS_API int32_t amends_encode(amends_encoder *encoder, const int16_t *pcm, int32_t samples, uint8_t *packet,
                                 int32_t room);

/* What share of packets is lost on the way, in per cent: what is sent is made to bear it. Returns 0. */
AMENDS_API int32_t amends_encoder_loss(amends_encoder *encoder, int32_t loss);
AMENDS_API void amends_encoder_close(amends_encoder *encoder);

AMENDS_API amends_decoder *amends_decoder_open(int32_t rate);

/*
 * Decodes a packet; with size 0 conceals as many samples as there is room for; with fec 1 takes from the packet what it
 * holds of the one before it. Returns the samples written.
 */
AMENDS_API int32_t amends_decode(amends_decoder *decoder, const uint8_t *packet, int32_t size, int16_t *pcm,
                                 int32_t room, int32_t fec);
AMENDS_API void amends_decoder_close(amends_decoder *decoder);

/* --- Sound devices ----------------------------------------------------------------------------------------------- */

/* Looks for the devices anew. Returns how many there are. No stream may be open. */
AMENDS_API int32_t amends_devices(void);

/*
 * Writes a device's name (UTF-8, ended by 0, cut to fit) and its traits: [0] channels in, [1] channels out,
 * [2] 1 if the system's own choice to listen with, [3] 1 if to speak with, [4] and [5] its short delays in and out in
 * microseconds. Returns 0.
 */
AMENDS_API int32_t amends_device(int32_t index, char *name, int32_t room, int32_t traits[6]);

typedef struct amends_stream amends_stream;

/*
 * Opens a microphone and a loudspeaker (index of amends_device, -1 for none), mono, and starts them. period: samples
 * the device moves at a time; ring: the most that waits in each direction, a power of two. error, of 128 characters,
 * says what was wrong. NULL on failure.
 */
AMENDS_API amends_stream *amends_stream_open(int32_t microphone, int32_t speaker, int32_t rate, int32_t period,
                                             int32_t ring, char *error);

/* Takes up to that many samples of what the microphone heard. Never waits. Returns how many. */
AMENDS_API int32_t amends_stream_read(amends_stream *stream, int16_t *pcm, int32_t samples);

/* Gives up to that many samples to the loudspeaker. Never waits. Returns how many it took. */
AMENDS_API int32_t amends_stream_write(amends_stream *stream, const int16_t *pcm, int32_t samples);

/*
 * How it stands: [0] samples waiting to be read, [1] to be played, [2] samples lost because nobody read, [3] played as
 * silence because nobody wrote, [4] 1 while it runs, [5] and [6] its delays in and out in microseconds.
 */
AMENDS_API int32_t amends_stream_state(amends_stream *stream, int64_t state[7]);
AMENDS_API void amends_stream_close(amends_stream *stream);

#endif
