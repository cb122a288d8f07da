import { mail, plainText } from './accepted-types.js';
import { typeOfText } from './text-type.js';

it.each([
  ['', plainText],
  ['普通文字\n第二行', plainText],
  ['a <b>word</b> inside', plainText],
  ['From: somebody\n\nand no other header', plainText],
  ['Note: one\nTo: two\nDate: three\n\nno sender', plainText],
  ['From: a@b\nTo: c@d\nSubject: x\n  goes on\n\ntext', mail],
  ['Received: from x\r\nFrom: a@b\r\nDate: today\r\n\r\n', mail],
])('%j is taken', (text, type) => expect(typeOfText(text)).toBe(type));

it.each([
  '#!/usr/bin/env node',
  '\ufeff#!/bin/sh',
  '  \n<!DOCTYPE  html>',
  '<HTML lang="zh">',
  '<!-- --><html>',
  '<svg onload="1">',
  '<?xml version="1.0"?>',
  '<?php',
  '@ECHO OFF',
  '[InternetShortcut]\nURL=file:///c:/x.exe',
])('%j is refused in words', (text) => expect(typeOfText(text)).toMatch(/\w/));
