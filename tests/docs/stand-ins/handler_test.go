package main

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestItAnswersWithASignature(t *testing.T) {
	answer := httptest.NewRecorder()
	body := strings.NewReader(`{"meetingNumber":"845 1236 7890"}`)
	zoomSignature(answer, httptest.NewRequest("POST", "/zoom/signature", body))
	fmt.Println(answer.Body.String())
}
