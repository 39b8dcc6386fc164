package main

import (
	"encoding/json"
	"net/http"
	"os"
)

func zoomSignature(w http.ResponseWriter, r *http.Request) {
	var input struct{ MeetingNumber string }
	if err := json.NewDecoder(r.Body).Decode(&input); err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	key, secret := os.Getenv("ZOOM_MEETING_SDK_KEY"), os.Getenv("ZOOM_MEETING_SDK_SECRET")
	signature, err := signMeeting(key, secret, input.MeetingNumber, 0)
	if err != nil {
		http.Error(w, "not signed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"signature": signature})
}
