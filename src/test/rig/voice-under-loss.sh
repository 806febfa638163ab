#!/bin/bash
# What is left of a voice when packets are lost: the same speech said into calls of Amends and of baresip over a network
# that loses the same packets, 0, 1, 5 and 10 % one by one and 5 % in bursts of three; what is heard is compared with what
# was said (amends.media.VoiceComparison: ESTOI, STOI, log-spectral distance). And what of a core each end takes meanwhile.
#   mvn -q test-compile, then: src/test/rig/voice-under-loss.sh [SECONDS]
# CODINGS="OPUS" for one alone, LOSSES="0 5" for other patterns, ENDS="java" for the coders in Java (five such calls at once are
# more than two cores bear beside anything else), SPEECH=FILE for other speech (any that sox reads), KEEP=FOLDER keeps what was
# said and heard, URGENT=1 (as root) where others want the cores too. Needs sox, and baresip-core for the comparison; says
# recorded speech where Debian's pocketsphinx-testdata is installed, else that of espeak-ng. CP: the test class path.
set -u
cd "$(dirname "$0")/../../.."
LONG=${1:-40}
LOSSES=${LOSSES:-0 1 5 10 5x3}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ -z "${CP:-}" ]; then
    mvn -q dependency:build-classpath -Dmdep.outputFile=target/rig.cp || exit 1
    CP=target/test-classes:target/classes:$(cat target/rig.cp)
fi
RUN="$JAVA --enable-native-access=ALL-UNNAMED -XX:+UseZGC -Xmx256m -cp $CP"
WORK=${KEEP:-$(mktemp -d)}
mkdir -p "$WORK"
PIDS=()
CARRIER=
over() { ended "${PIDS[@]}" $CARRIER; [ -n "${KEEP:-}" ] || rm -rf "$WORK"; }
trap over EXIT
PORT=41000

# What is said: a second of silence, ten of speech in which everything settles, what is judged, and silence while anybody listens.
speech() {
    local recorded=(/usr/share/pocketsphinx/test/data/librivox/*.wav)
    if [ -n "${SPEECH:-}" ]; then sox "$SPEECH" -r 16000 -c 1 -b 16 "$WORK/speech.wav"
    elif [ -f "${recorded[0]}" ]; then sox "${recorded[@]}" -r 16000 -c 1 -b 16 "$WORK/speech.wav"
    else
        espeak-ng -v en-us+f3 -w "$WORK/1.wav" "Good morning, and thank you for calling. I see that your card was refused twice yesterday, although there was enough money in the account. I am sorry about that. Shall I find out why?"
        espeak-ng -v en-gb -w "$WORK/2.wav" "Yes please. It was at the petrol station, a quarter past nine, and I stood there with a full tank and no way to pay. The same thing happened in March."
        espeak-ng -v cmn -w "$WORK/3.wav" "您好，我已经查到了原因。系统升级的时候，有一批卡片被误锁，您的卡现在已经恢复正常。给您带来不便，我们深表歉意。"
        sox "$WORK/1.wav" "$WORK/2.wav" "$WORK/3.wav" -r 16000 -c 1 -b 16 "$WORK/speech.wav"
    fi
    sox "$WORK/speech.wav" -b 16 "$WORK/judged.wav" repeat 20 trim 0 "$LONG" norm -3 || exit 1
    sox "$WORK/judged.wav" "$WORK/before.wav" trim 0 10 pad 1
    sox "$WORK/before.wav" "$WORK/judged.wav" "$WORK/said-16000.wav" pad 0 60
    sox "$WORK/said-16000.wav" -r 8000 "$WORK/said-8000.wav"
    sox "$WORK/said-16000.wav" -r 48000 "$WORK/said-48000.wav"
}

# started NAME COMMAND...
started() {
    local name=$1; shift
    "$@" >"$WORK/$name.log" 2>&1 &
    PIDS+=($!)
}
says() { for _ in $(seq 400); do grep -q "$2" "$WORK/$1.log" && return; sleep 0.1; done; echo "$1 never said $2"; tail -3 "$WORK/$1.log"; }
ended() { kill "$@" 2>/dev/null; wait "$@" 2>/dev/null; }
# ticks PID...: of the processor's time, a hundredth of a second each
ticks() { local sum=0; for p in "$@"; do sum=$((sum + $(awk '{print $14 + $15}' "/proc/$p/stat" 2>/dev/null || echo 0))); done; echo $sum; }

# As on a quiet machine, as far as this one can: who is in a call has the cores when they ask for them.
urgent() { [ -z "${URGENT:-}" ] || for p in "${PIDS[@]}" "$CARRIER"; do chrt -a -r -p 1 "$p"; done; }

carrier() {
    PIDS=()
    started carrier $RUN amends.app.RigCarrier $PORT $LOSSES
    CARRIER=${PIDS[0]}; PIDS=()
    says carrier ready
}

# judged NAME CODING: while the calls are on, then when they are over
judged() {
    sleep 10
    local from; from=$(ticks "${PIDS[@]}")
    sleep "$LONG"
    local took=$((($(ticks "${PIDS[@]}") - from)))
    sleep 5
    ended "${PIDS[@]}"; ended "$CARRIER"
    local recordings=() base=$PORT loss file
    for loss in $LOSSES; do
        file=$(heard "$base")
        recordings+=("$1, $2, $loss % lost" "$file")
        [ -n "${KEEP:-}" ] && cp "$file" "$WORK/${1// /-}-$2-$loss.wav"
        base=$((base + 100))
    done
    $RUN amends.app.RigJudge "$WORK/judged.wav" "${recordings[@]}"
    echo "$1, $2: $(awk "BEGIN {printf \"%.1f\", $took / $LONG / ${#PIDS[@]}}") % of a core an end; $(grep lost "$WORK/carrier.log" | tr '\n' ';')"
    rm -rf "$WORK"/heard-*.wav "$WORK"/baresip-* "$WORK/go"
    PIDS=()
}

amends() {
    heard() { echo "$WORK/heard-b-$1.wav"; }
    carrier
    local base=$PORT
    for loss in $LOSSES; do
        started "b-$base" $RUN amends.app.RigVoice $((base + 20)) $((base + 40)) "$1" "$2" "$WORK/said-16000.wav" "$WORK/heard-b-$base.wav" "$WORK/go"
        started "a-$base" $RUN amends.app.RigVoice $((base + 10)) $((base + 30)) "$1" "$2" "$WORK/said-16000.wav" "$WORK/heard-a-$base.wav" "$WORK/go"
        says "b-$base" ready; says "a-$base" ready
        base=$((base + 100))
    done
    urgent
    touch "$WORK/go"
    judged "Amends $1" "$2"
}

# baresip_end NAME PORT SOURCE PLAYER RATE ARGUMENTS...
baresip_end() {
    local folder=$WORK/baresip-$1
    mkdir -p "$folder"
    echo "<sip:$1@127.0.0.1>;regint=0;answermode=auto;audio_codecs=$CODEC" >"$folder/accounts"
    cat >"$folder/config" <<END
sip_listen 127.0.0.1:$2
net_interface 127.0.0.1
rtp_ports 30000-39999
audio_source $3
audio_player $4
ausrc_srate $5
auplay_srate $5
opus_bitrate 32000
opus_application voip
opus_stereo no
opus_sprop_stereo no
opus_inbandfec yes
opus_packet_loss 10
snd_path $folder
module_path /usr/lib/baresip/modules
module g711.so
module opus.so
$6
module aufile.so
module aubridge.so
module sndfile.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
END
    local name=$1; shift 6
    started "$name" baresip -f "$folder" "$@" -t $((LONG + 80))
}

# The second end says what it hears, so that what its loudspeaker was given is what it codes, and is written down there.
baresips() {
    heard() { ls "$WORK/baresip-b-$1/"*-enc.wav; }
    local rate=8000 plc="module plc.so"
    case $1 in OPUS) CODEC=opus/48000/1; rate=48000; plc= ;; *) CODEC=${1,,} ;; esac
    carrier
    local base=$PORT
    for loss in $LOSSES; do
        baresip_end "b-$base" $((base + 60)) aubridge,ear aubridge,ear $rate "$plc"
        base=$((base + 100))
    done
    sleep 1
    base=$PORT
    for loss in $LOSSES; do
        baresip_end "a-$base" $((base + 50)) "aufile,$WORK/said-$rate.wav" aubridge,nowhere $rate "$plc" \
            -e "/dial sip:b-$base@127.0.0.1:$((base + 70))"
        base=$((base + 100))
    done
    urgent
    judged "baresip" "$1"
}

speech
uptime
for coding in ${CODINGS:-PCMU OPUS}; do
    for end in ${ENDS:-native baresip}; do
        case $end in
        native) [ -f target/native/libamends_audio.so ] && amends native "$coding" ;;
        java) amends java "$coding" ;;
        baresip) command -v baresip >/dev/null && baresips "$coding" ;;
        esac
    done
done
uptime
