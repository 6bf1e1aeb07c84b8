./export.sh | sort > out.txt
s=${PIPESTATUS[0]}
[ "$s" -eq 0 ] || rm out.txt
exit "$s"
