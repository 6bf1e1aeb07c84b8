#!/bin/bash
printf 'fig\n'
exit 7
