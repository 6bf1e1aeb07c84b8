#!/bin/bash
echo one >notes.text
echo two >'to do list.text'
echo three >context.md
echo four >text
