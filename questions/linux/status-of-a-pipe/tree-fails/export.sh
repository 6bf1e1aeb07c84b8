#!/bin/bash
printf 'pear\napple\n'
exit 3
