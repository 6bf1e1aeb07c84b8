#!/bin/bash
printf 'pear\napple\nplum\n'
