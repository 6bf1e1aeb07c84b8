./unpack.sh
n=0
while IFS= read -r -d '' f; do rm -- "$f"; n=$((n + 1)); done < <(find . -type f -name '*.tmp' -print0)
echo $n
./left.sh
