newest=$(ls releases | sort -n | tail -n 1)
cat "releases/$newest/NOTES"
ln -sfn "releases/$newest" current
readlink current
