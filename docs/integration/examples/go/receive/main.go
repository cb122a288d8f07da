package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"sync"

	// go get github.com/standard-webhooks/standard-webhooks/libraries
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func main() {
	webhook, err := standardwebhooks.NewWebhook(os.Getenv("TONGSHAN_WEBHOOK_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	var seen sync.Map // in production: a column with a unique constraint, which survives a restart
	http.HandleFunc("/", func(answer http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(request.Body)
		if err != nil || webhook.Verify(body, request.Header) != nil {
			answer.WriteHeader(http.StatusUnauthorized)
			return
		}
		if _, known := seen.LoadOrStore(request.Header.Get("webhook-id"), true); known {
			answer.WriteHeader(http.StatusAlreadyReported)
			return
		}
		answer.WriteHeader(http.StatusNoContent)
		var event struct {
			Type string
			Data struct{ URL *string }
		}
		if json.Unmarshal(body, &event) == nil && event.Data.URL != nil {
			fmt.Println(event.Type, *event.Data.URL) // hand your own work to a queue here
		}
	})
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, nil))
}
