n=0
while IFS= read line || [ -n "$line" ]; do n=$((n+1)); printf '%d:%s\n' "$n" "$line"; done
