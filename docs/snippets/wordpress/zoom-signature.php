<?php

add_action('rest_api_init', function () {
    register_rest_route('zoom/v1', '/signature', [
        'methods' => 'POST',
        'permission_callback' => 'is_user_logged_in',
        'args' => ['meetingNumber' => ['type' => 'string', 'required' => true]],
        'callback' => function (WP_REST_Request $request) {
            $key = getenv('ZOOM_MEETING_SDK_KEY');
            $secret = getenv('ZOOM_MEETING_SDK_SECRET');
            return ['signature' => sign_meeting($key, $secret, $request['meetingNumber'], 0)];
        },
    ]);
});
