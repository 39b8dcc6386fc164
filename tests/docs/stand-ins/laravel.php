<?php

// Stands for what of Laravel the route uses; prints its answer to a meeting number.

namespace Illuminate\Support\Facades {
    class Route
    {
        public static \Closure $action;

        public static function post(string $path, \Closure $action): self
        {
            self::$action = $action;
            return new self();
        }

        public function middleware(string $name): void
        {
        }
    }
}

namespace Illuminate\Http {
    class Request
    {
        public function validate(array $rules): array
        {
            return ['meetingNumber' => '845 1236 7890'];
        }
    }
}

namespace {
    function config(string $path): string
    {
        return getenv(['key' => 'ZOOM_MEETING_SDK_KEY', 'secret' => 'ZOOM_MEETING_SDK_SECRET'][explode('.', $path)[2]]);
    }

    ob_start();
    require $argv[1] . '/php/sign.php';
    ob_end_clean();
    require $argv[1] . '/laravel/web.php';
    echo json_encode((Illuminate\Support\Facades\Route::$action)(new Illuminate\Http\Request()));
}
