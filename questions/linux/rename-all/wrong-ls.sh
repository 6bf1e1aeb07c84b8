./unpack.sh
for f in $(ls *.text 2>/dev/null); do mv "$f" "${f%.text}.txt" 2>/dev/null; done
./show.sh
