<?php

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

require_once __DIR__ . '/../app/sign_meeting.php';

Route::post('/zoom/signature', function (Request $request) {
    $input = $request->validate(['meetingNumber' => ['required', 'string', 'regex:/^[\d -]{9,20}$/']]);
    $number = preg_replace('/\D/', '', $input['meetingNumber']);
    // The role is looked up here; that the page asks for it counts for nothing.
    $role = $request->user()->meetings()->where('number', $number)->exists() ? 1 : 0;
    $key = config('services.zoom.key');
    $secret = config('services.zoom.secret');
    return ['signature' => sign_meeting($key, $secret, $number, $role)];
})->middleware(['auth', 'throttle:30,1']);
