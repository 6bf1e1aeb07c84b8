./unpack.sh
n=$(find . -type f -name '*.tmp' | wc -l)
find . -type f -name '*.tmp' | xargs rm -f
echo "$n"
./left.sh
