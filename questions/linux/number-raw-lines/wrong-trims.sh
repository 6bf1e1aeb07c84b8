n=0
while read -r line || [ -n "$line" ]; do n=$((n+1)); printf '%d:%s\n' "$n" "$line"; done
