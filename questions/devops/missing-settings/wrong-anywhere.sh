s=0
while read -r n; do grep -q "$n" settings.env || { echo "$n"; s=1; }; done < required.txt
exit $s
