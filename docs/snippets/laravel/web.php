<?php

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

Route::post('/zoom/signature', function (Request $request) {
    $input = $request->validate(['meetingNumber' => 'required|string|max:20']);
    $key = config('services.zoom.key');
    $secret = config('services.zoom.secret');
    return ['signature' => sign_meeting($key, $secret, $input['meetingNumber'], 0)];
})->middleware('auth');
