<?php

function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function sign_meeting(string $key, string $secret, string $number, int $role): string
{
    $iat = time() - 60;
    $exp = $iat + 7200;
    $header = ['alg' => 'HS256', 'typ' => 'JWT'];
    $claims = [
        'appKey' => $key,
        'sdkKey' => $key,
        'mn' => preg_replace('/\D/', '', $number),
        'role' => $role,
        'iat' => $iat,
        'exp' => $exp,
        'tokenExp' => $exp,
    ];
    $text = base64url(json_encode($header)) . '.' . base64url(json_encode($claims));
    $mac = hash_hmac('sha256', $text, $secret, true);
    return $text . '.' . base64url($mac);
}
