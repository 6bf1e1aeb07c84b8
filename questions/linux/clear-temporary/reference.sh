./unpack.sh
find . -type f -name '*.tmp' -print0 -delete | tr -cd '\0' | wc -c
./left.sh
