cut -d: -f2 access.log | sort -u | while read -r h; do
    echo "$h $(grep ":$h:15" access.log | grep -c ' 5[0-9][0-9]') $(grep -c ":$h:15" access.log)"
done
