package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"
)

var client = http.Client{Timeout: 30 * time.Second}

// ask sends a GET, or a POST where there is a body; once names the act, so that sent twice it is done once.
func ask(path string, body any, once string, into any) {
	method, content := http.MethodGet, io.Reader(nil)
	if body != nil {
		text, err := json.Marshal(body)
		must(err)
		method, content = http.MethodPost, bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, os.Getenv("TONGSHAN_URL")+path, content)
	must(err)
	request.Header.Set("Authorization", "Bearer "+os.Getenv("TONGSHAN_KEY"))
	request.Header.Set("Content-Type", "application/json")
	if once != "" {
		request.Header.Set("Idempotency-Key", once)
	}
	answer, err := client.Do(request)
	must(err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(err)
	if answer.StatusCode >= 300 {
		log.Fatal(string(text))
	}
	must(json.Unmarshal(text, into))
}

// read takes every entry of a list, page by page.
func read[Entry any](list, after string, take func(Entry)) {
	for {
		var page struct {
			Data []Entry
			Next *string
		}
		behind := ""
		if after != "" {
			behind = "&after=" + url.QueryEscape(after)
		}
		ask(list+behind, nil, "", &page)
		for _, entry := range page.Data {
			take(entry)
		}
		if page.Next == nil {
			return
		}
		after = *page.Next
	}
}

type notice struct {
	ID, Number, State string
	Items             []struct{ ID string }
}

type event struct {
	Type, Cursor string
	Data         struct{ Matter struct{ ID string } }
}

func main() {
	var waiting []notice
	read("/v1/notices?state=served&sort=due", "", func(one notice) { waiting = append(waiting, one) })
	for _, one := range waiting {
		path := "/v1/notices/" + one.ID
		ask(path+"/acknowledgement", map[string]string{"reference": "T-1"}, "received-"+one.ID, &struct{}{})
		ask(path, nil, "", &one)
		decisions := []map[string]string{}
		for _, item := range one.Items {
			decisions = append(decisions, map[string]string{"itemId": item.ID, "outcome": "removed"})
		}
		ask(path+"/decisions", map[string]any{"decisions": decisions}, "answer-"+one.ID, &one)
		fmt.Println(one.Number, one.State)
	}
	cursor, _ := os.ReadFile("cursor.txt") // none on the first run
	read("/v1/events?limit=200", string(cursor), func(one event) {
		fmt.Println(one.Type, one.Data.Matter.ID)
		must(os.WriteFile("cursor.txt", []byte(one.Cursor), 0o600))
	})
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
