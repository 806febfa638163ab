#include "amends_audio.h"

#include <opus.h>
#include <stdlib.h>

struct amends_encoder {
    OpusEncoder *opus;
};

struct amends_decoder {
    OpusDecoder *opus;
    int32_t rate;
};

int32_t amends_abi_version(void) { return AMENDS_ABI; }

static int32_t failed(int error) {
    switch (error) {
    case OPUS_BAD_ARG:
    case OPUS_BUFFER_TOO_SMALL: return AMENDS_EINVALID;
    case OPUS_ALLOC_FAIL: return AMENDS_EMEMORY;
    default: return AMENDS_ECODEC;
    }
}

amends_encoder *amends_encoder_open(int32_t rate, int32_t bitrate, int32_t loss, int32_t dtx) {
    int error = OPUS_OK;
    amends_encoder *encoder = malloc(sizeof *encoder);
    if (!encoder) return NULL;
    encoder->opus = opus_encoder_create(rate, 1, OPUS_APPLICATION_VOIP, &error);
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_BITRATE(bitrate));
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_INBAND_FEC(loss > 0));
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_PACKET_LOSS_PERC(loss));
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_DTX(dtx != 0));
    if (error == OPUS_OK) return encoder;
    amends_encoder_close(encoder);
    return NULL;
}

int32_t amends_encode(amends_encoder *encoder, const int16_t *pcm, int32_t samples, uint8_t *packet, int32_t room) {
    if (!encoder || !pcm || !packet || samples <= 0 || room <= 0) return AMENDS_EINVALID;
    int written = opus_encode(encoder->opus, pcm, samples, packet, room);
    return written < 0 ? failed(written) : written;
}

int32_t amends_encoder_loss(amends_encoder *encoder, int32_t loss) {
    if (!encoder || loss < 0 || loss > 100) return AMENDS_EINVALID;
    int error = opus_encoder_ctl(encoder->opus, OPUS_SET_INBAND_FEC(loss > 0));
    if (error == OPUS_OK) error = opus_encoder_ctl(encoder->opus, OPUS_SET_PACKET_LOSS_PERC(loss));
    return error == OPUS_OK ? 0 : failed(error);
}

void amends_encoder_close(amends_encoder *encoder) {
    if (!encoder) return;
    if (encoder->opus) opus_encoder_destroy(encoder->opus);
    free(encoder);
}

amends_decoder *amends_decoder_open(int32_t rate) {
    int error = OPUS_OK;
    amends_decoder *decoder = malloc(sizeof *decoder);
    if (!decoder) return NULL;
    decoder->rate = rate;
    decoder->opus = opus_decoder_create(rate, 1, &error);
    if (error == OPUS_OK) return decoder;
    free(decoder);
    return NULL;
}

/* Concealing and FEC go by whole 2.5 ms, RFC 6716. */
static int32_t whole(const amends_decoder *decoder, int32_t samples) {
    int32_t unit = decoder->rate / 400;
    return samples - samples % unit;
}

int32_t amends_decode(amends_decoder *decoder, const uint8_t *packet, int32_t size, int16_t *pcm, int32_t room,
                      int32_t fec) {
    if (!decoder || !pcm || size < 0 || room <= 0 || (size > 0 && !packet)) return AMENDS_EINVALID;
    if (size == 0 || fec) room = whole(decoder, room);
    if (room == 0) return AMENDS_EINVALID;
    int written = opus_decode(decoder->opus, size == 0 ? NULL : packet, size, pcm, room, size > 0 && fec != 0);
    return written < 0 ? failed(written) : written;
}

void amends_decoder_close(amends_decoder *decoder) {
    if (!decoder) return;
    opus_decoder_destroy(decoder->opus);
    free(decoder);
}
