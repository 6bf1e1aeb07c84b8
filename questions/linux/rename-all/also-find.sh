./unpack.sh
find . -maxdepth 1 -name '*.text' -exec bash -c 'mv -- "$1" "${1%.text}.txt"' _ {} \;
./show.sh
