set -o pipefail
./export.sh | sort > out.txt
