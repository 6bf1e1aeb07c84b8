#!/bin/bash
mkdir -p deep/er
touch a.tmp deep/er/b.tmp 'my report.tmp'
echo k >keep.txt
echo stay >report.tmp.txt
echo stay too >my
