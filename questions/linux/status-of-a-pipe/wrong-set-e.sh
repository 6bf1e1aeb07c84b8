set -e
./export.sh | sort > out.txt
