s=0
cat required.txt | while read -r n; do grep -q "^$n=." settings.env || { echo "$n"; s=1; }; done
exit $s
