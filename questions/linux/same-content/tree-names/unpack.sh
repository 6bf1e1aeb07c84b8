#!/bin/bash
mkdir -p photos photos/x photos/y
printf %s left >photos/x/img.jpg
printf %s right >photos/y/img.jpg
printf %s left >photos/z.jpg
