#!/bin/bash
echo five >a.text.text
echo six >'b  two  spaces.text'
