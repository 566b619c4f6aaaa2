// Stands in for github.com/jimmidyson/configmap-reload, which the Go proxy does not carry: the two flags that the
// article uses. It calls an address whenever a mounted ConfigMap has been replaced.
package main

import (
	"flag"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

func main() {
	directory := flag.String("volume-dir", "", "where the ConfigMap is mounted")
	webhook := flag.String("webhook-url", "", "address that is called by POST")
	flag.Parse()
	// The kubelet writes a new folder and turns this link to it.
	link := filepath.Join(*directory, "..data")
	before, err := os.Readlink(link)
	if err != nil {
		log.Fatal(err)
	}
	for range time.Tick(time.Second) {
		now, err := os.Readlink(link)
		if err != nil || now == before {
			continue
		}
		response, err := http.Post(*webhook, "text/plain", nil)
		if err != nil {
			log.Print(err)
			continue
		}
		response.Body.Close()
		log.Print("reloaded: ", response.Status)
		before = now
	}
}
