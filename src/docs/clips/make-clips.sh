#!/bin/bash
# Speaks every clip again and writes it where the programme looks for it: raw µ-law, 8 kHz, one channel.
# Needs espeak-ng and sox. Run in the project's folder. Synthetic voices only: nobody's recording is in here.
set -euo pipefail
clips=src/main/resources/amends/simulation/clips
media=src/main/resources/amends/media
say() { # FILE VOICE WORDS-A-MINUTE PITCH TEXT
  wav=$(mktemp --suffix .wav)
  espeak-ng -v "$2" -s "$3" -p "$4" -w "$wav" "$5"
  # no silence at the ends, loud as telephone speech is (-16 dB of full scale on average), a clean telephone band
  sox "$wav" -t ul -r 8000 -c 1 "$1" gain -8 highpass 150 silence 1 0.02 0.2% reverse silence 1 0.02 0.2% reverse \
    rate -m 8000 norm -3 pad 0 0.1
  rm "$wav"
}
customer() { say "$clips/$1.ul" "${@:2}"; }

customer wang-opening cmn+m3 285 45 "喂，你们怎么回事？我的信用卡还款，被扣了两次！"
customer wang-reply   cmn+m3 285 45 "今天就给我退回来，不然我就投诉！"
customer chen-opening cmn+f2 285 60 "您好，麻烦您帮我查一下，上次说的退款，还没有到。"
customer chen-reply   cmn+f2 285 60 "好的，没关系，谢谢您。"
customer wang-thanks  cmn+m3 275 45 "好，这样处理，我接受。谢谢。"
customer chen-thanks  cmn+f2 275 60 "谢谢你们还记得这件事。"
customer clarke-opening en-gb+f3 175 55 "This is the third time I call! My card was charged twice."
customer clarke-reply   en-gb+f3 175 55 "I want my money back today."
customer reed-opening en-us+m2 165 40 "Hello. I was promised a refund last week, and it has not arrived."
customer reed-reply   en-us+m2 165 40 "All right. Thank you for looking."
customer unknown-opening cmn+m5 285 50 "你好，我想办一张卡，需要什么材料？"

customer agent-greeting-zh cmn+f4 290 55 "您好，云杉银行客服，很高兴为您服务。"
customer agent-answer-zh   cmn+f4 290 55 "让您久等了，非常抱歉，我马上为您处理。"
customer agent-apology-zh  cmn+f4 285 55 "您好，为上次的事情，我向您道歉。钱今天已经退回。"
customer agent-greeting-en en-gb+f4 170 55 "Good day, Spruce Bank, how may I help you?"
customer agent-answer-en   en-gb+f4 170 55 "I am sorry about that. I am putting it right now."
customer agent-apology-en  en-gb+f4 170 55 "I am calling to apologise for what went wrong. The money is back today."

say "$media/announcement-zh.ul" cmn+f1 265 50 "为了提高服务质量，本次通话将被录音。"
say "$media/announcement-en.ul" en-gb+f1 170 50 "To help us serve you better, this call is recorded."
