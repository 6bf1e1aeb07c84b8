newest=$(ls releases | sort -V | tail -n 1)
cat "releases/$newest/NOTES"
ln -sfn "releases/$newest" current
readlink current
