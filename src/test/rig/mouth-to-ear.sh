#!/bin/bash
# How long a sound is on its way between two ends that talk through PulseAudio, with null sinks for microphones and
# loudspeakers: Amends by Java Sound and by the library of native/, and baresip, one after the other in one run.
#   mvn -q test-compile, then: src/test/rig/mouth-to-ear.sh [TONES]
# CODINGS="PCMU" for one alone. Needs pulseaudio, pulseaudio-utils, libasound2-plugins, and baresip-core for the comparison. CP: the test class path.
set -u
cd "$(dirname "$0")/../../.."
TONES=${1:-40}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ -z "${CP:-}" ]; then
    mvn -q dependency:build-classpath -Dmdep.outputFile=target/rig.cp || exit 1
    CP=target/test-classes:target/classes:$(cat target/rig.cp)
fi
RUN="$JAVA --enable-native-access=ALL-UNNAMED -XX:+UseZGC -Xmx256m -cp $CP"
WORK=$(mktemp -d)
PIDS=()
over() { kill "${PIDS[@]}" 2>/dev/null; kill "$SERVER" 2>/dev/null; rm -rf "$WORK"; }
trap over EXIT

HOME=$WORK XDG_RUNTIME_DIR=$WORK pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no \
    -L "module-null-sink sink_name=a_mouth rate=48000" -L "module-null-sink sink_name=a_ear rate=48000" \
    -L "module-null-sink sink_name=b_mouth rate=48000" -L "module-null-sink sink_name=b_ear rate=48000" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$WORK/native" >"$WORK/pulse.log" 2>&1 &
SERVER=$!
for _ in $(seq 100); do [ -S "$WORK/native" ] && break; sleep 0.1; done
printf '</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n' >"$WORK/alsa.conf"
export PULSE_SERVER=unix:$WORK/native ALSA_CONFIG_PATH=$WORK/alsa.conf

# end WHO COMMAND...: with a microphone and a loudspeaker of its own
end() {
    local who=$1; shift
    PULSE_SINK=${who}_ear PULSE_SOURCE=${who}_mouth.monitor "$@" >"$WORK/$who.log" 2>&1 &
    PIDS+=($!)
}
measure() { $RUN amends.app.RigListener a_mouth b_ear "$TONES" "$1"; kill "${PIDS[@]}" 2>/dev/null; wait "${PIDS[@]}" 2>/dev/null; PIDS=(); }

amends() {
    end a $RUN amends.app.RigEnd 40100 40200 "$1" "$2"
    end b $RUN amends.app.RigEnd 40200 40100 "$1" "$2"
    for who in a b; do for _ in $(seq 300); do grep -q "in the call" "$WORK/$who.log" && break; sleep 0.1; done; done
    measure "Amends, $1, $2"
}

baresip_end() {
    mkdir -p "$WORK/baresip-$1"
    echo "<sip:$1@127.0.0.1>;regint=0;answermode=auto;audio_codecs=$3" >"$WORK/baresip-$1/accounts"
    cat >"$WORK/baresip-$1/config" <<END
sip_listen 127.0.0.1:$2
net_interface 127.0.0.1
audio_player alsa,default
audio_source alsa,default
audio_alert alsa,default
module_path /usr/lib/baresip/modules
module stdio.so
module g711.so
module opus.so
module alsa.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
END
    shift 3
    end "${WHO}" baresip -f "$WORK/baresip-$WHO" "$@" -t $((TONES * 3 / 2 + 90))
}

baresips() {
    WHO=b baresip_end b 40300 "$1"
    sleep 1
    WHO=a baresip_end a 40400 "$1" -e "/dial sip:b@127.0.0.1:40300"
    sleep 3
    measure "baresip, $1"
}

for coding in ${CODINGS:-PCMU OPUS}; do
    [ -f target/native/libamends_audio.so ] && amends native $coding
    amends java $coding
    if command -v baresip >/dev/null; then
        if [ $coding = PCMU ]; then baresips pcmu; else baresips opus/48000/2; fi
    fi
done
