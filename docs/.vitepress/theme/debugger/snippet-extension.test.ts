import { expect, test } from 'vitest'
import { snippetExtension } from './snippet-extension.ts'

test.each([
  ['php', 'php', "['iat' => $iat, type: string]"],
  ['go', 'go', 'type Body struct {'],
  ['cs', 'csharp', 'var ts = 1;'],
  ['js', 'javascript', 'const sign = (key) => key'],
  ['ts', 'javascript', 'function sign(key: string) {'],
  ['ts', 'javascript', 'export interface Body {'],
  ['js', 'any', 'const sign = (key) => key'],
])('a snippet is %s where it follows a sample in %s', (extension, language, text) => {
  expect(snippetExtension(text, language)).toBe(extension)
})

test.each([
  ['kt', 'java', 'fun sign(key: String): String {'],
  ['kt', 'java', '  val mac = Mac.getInstance("HmacSHA256")'],
  ['kt', 'any', 'private const val SKEW: Long = 30000'],
  ['dart', 'any', 'final mac = Hmac(sha256, utf8.encode(secret)).convert(bytes);'],
  ['dart', 'any', "import 'package:crypto/crypto.dart';"],
  ['ex', 'any', 'hash = :crypto.mac(:hmac, :sha256, secret, message)'],
  ['ex', 'any', 'defmodule Zoom.Signature do'],
])(
  'a snippet is %s whatever sample it follows, here one in %s: %s',
  (extension, language, text) => {
    expect(snippetExtension(text, language)).toBe(extension)
  },
)

test.each([
  ['java', 'String val = key; // have fun (or not)'],
  ['go', 'mac := hmac.New(sha256.New, []byte(secret))'],
])('words that the signs hold make no other language of %s: %s', (language, text) => {
  expect(snippetExtension(text, language)).toBe(language)
})
