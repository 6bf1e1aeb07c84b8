set -o pipefail
./export.sh | sort >out.txt
status=$?
if [ $status -ne 0 ]; then rm -f out.txt; fi
exit $status
