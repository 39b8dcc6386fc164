<?php

// Stands for what of Laravel the route uses, so that it runs where Composer's registry is not reached.
// Prints the answer of a user who hosts 845 1236 7890 to the meeting number in the first argument.

namespace Illuminate\Support\Facades {
    class Route
    {
        public static \Closure $action;

        public static function post(string $path, \Closure $action): self
        {
            self::$action = $action;
            return new self();
        }

        public function middleware(array $names): self
        {
            return $this;
        }
    }
}

namespace Illuminate\Http {
    class Meetings
    {
        public function __construct(private array $numbers)
        {
        }

        public function where(string $column, string $number): self
        {
            return new self(array_intersect($this->numbers, [$number]));
        }

        public function exists(): bool
        {
            return $this->numbers !== [];
        }
    }

    class User
    {
        public function meetings(): Meetings
        {
            return new Meetings(['84512367890']);
        }
    }

    class Request
    {
        public function __construct(private array $input)
        {
        }

        public function validate(array $rules): array
        {
            foreach ($rules as $name => [, , $regex]) {
                $isSound = preg_match(substr($regex, strlen('regex:')), $this->input[$name]);
                if ($isSound !== 1) {
                    exit(json_encode(['status' => 422]));
                }
            }
            return $this->input;
        }

        public function user(): User
        {
            return new User();
        }
    }
}

namespace {
    function env(string $name): string
    {
        return (string) getenv($name);
    }

    function config(string $path): string
    {
        [, $service, $name] = explode('.', $path);
        return (require __DIR__ . '/config/services.php')[$service][$name];
    }

    require __DIR__ . '/routes/api.php';
    $request = new Illuminate\Http\Request(['meetingNumber' => $argv[1]]);
    echo json_encode((Illuminate\Support\Facades\Route::$action)($request));
}
