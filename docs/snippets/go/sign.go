package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"time"
)

var notDigit = regexp.MustCompile(`\D`)

func encode(value map[string]any) (string, error) {
	text, err := json.Marshal(value)
	return base64.RawURLEncoding.EncodeToString(text), err
}

func signMeeting(key, secret, number string, role int) (string, error) {
	iat := time.Now().Unix() - 60
	exp := iat + 7200
	header, err := encode(map[string]any{"alg": "HS256", "typ": "JWT"})
	if err != nil {
		return "", err
	}
	claims, err := encode(map[string]any{
		"appKey":   key,
		"sdkKey":   key,
		"mn":       notDigit.ReplaceAllString(number, ""),
		"role":     role,
		"iat":      iat,
		"exp":      exp,
		"tokenExp": exp,
	})
	if err != nil {
		return "", err
	}
	text := header + "." + claims
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

func main() {
	key, secret := os.Getenv("ZOOM_MEETING_SDK_KEY"), os.Getenv("ZOOM_MEETING_SDK_SECRET")
	signature, err := signMeeting(key, secret, "845 1236 7890", 0)
	if err != nil {
		panic(err)
	}
	fmt.Println(signature)
}
