set -o pipefail
./export.sh | sort > out.txt || rm out.txt
