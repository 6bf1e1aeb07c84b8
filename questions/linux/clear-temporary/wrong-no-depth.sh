./unpack.sh
n=$(ls *.tmp 2>/dev/null | wc -l)
rm -f -- *.tmp 2>/dev/null
echo $n
./left.sh
