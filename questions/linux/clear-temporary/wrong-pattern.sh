./unpack.sh
n=$(find . -type f -name '*tmp' | wc -l)
find . -type f -name '*tmp' -delete
echo $n
./left.sh
