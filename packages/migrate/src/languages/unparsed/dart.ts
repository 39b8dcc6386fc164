import type { UnparsedLanguage } from './unparsed-language.ts'

export const dart: UnparsedLanguage = {
  name: 'dart',
  extensions: ['dart'],
  replacement: String.raw`import 'dart:convert';

import 'package:crypto/crypto.dart';

String zoomSignature(String sdkKey, String sdkSecret, Object meetingNumber, int role) {
  final issuedAt = DateTime.now().millisecondsSinceEpoch ~/ 1000 - 30;
  final expiresAt = issuedAt + 7200;
  String encode(List<int> bytes) => base64Url.encode(bytes).replaceAll('=', '');
  final signingInput = [
    {'alg': 'HS256', 'typ': 'JWT'},
    {
      'appKey': sdkKey,
      'sdkKey': sdkKey,
      'mn': '$meetingNumber'.replaceAll(RegExp(r'\D'), ''),
      'role': role,
      'iat': issuedAt,
      'exp': expiresAt,
      'tokenExp': expiresAt,
      'video_webrtc_mode': 1,
    },
  ].map((part) => encode(utf8.encode(jsonEncode(part)))).join('.');
  final mac = Hmac(sha256, utf8.encode(sdkSecret)).convert(utf8.encode(signingInput));
  return '$signingInput.\${encode(mac.bytes)}';
}
`.replaceAll('\\${', '${'),
}
