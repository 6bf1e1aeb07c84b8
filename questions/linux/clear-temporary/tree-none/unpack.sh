#!/bin/bash
echo 1 >x.txt
