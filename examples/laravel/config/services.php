<?php

return [
    'zoom' => [
        'key' => env('ZOOM_MEETING_SDK_KEY'),
        'secret' => env('ZOOM_MEETING_SDK_SECRET'),
    ],
];
