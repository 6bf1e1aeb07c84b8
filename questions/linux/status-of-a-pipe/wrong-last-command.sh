./export.sh | sort > out.txt
exit $?
