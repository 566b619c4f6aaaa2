// Reads Corefiles with the lexer and the parser of CoreDNS: a request a line of standard input, an answer a line of
// standard output, both JSON.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/coredns/caddy/caddyfile"
)

type request struct {
	Text string `json:"text"`
	// Environment for the time of this request, beside which there is none.
	Env map[string]string `json:"env"`
	// Empty files to find in the working directory; they stay.
	Files []string `json:"files"`
	// Names of the known directives; null knows every one.
	Directives []string `json:"directives"`
}

type token struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

type block struct {
	Keys       []string           `json:"keys"`
	Directives map[string][]token `json:"directives"`
}

type answer struct {
	Tokens []token `json:"tokens"`
	Blocks []block `json:"blocks"`
	Error  string  `json:"error"`
}

func tokensOf(text string) []token {
	tokens := []token{}
	dispenser := caddyfile.NewDispenser("Corefile", strings.NewReader(text))
	for dispenser.Next() {
		tokens = append(tokens, token{dispenser.Line(), dispenser.Val()})
	}
	return tokens
}

func blockOf(parsed caddyfile.ServerBlock) block {
	directives := map[string][]token{}
	for name, words := range parsed.Tokens {
		for _, word := range words {
			directives[name] = append(directives[name], token{word.Line, word.Text})
		}
	}
	return block{parsed.Keys, directives}
}

func read(asked request) (given answer, err error) {
	os.Clearenv()
	for name, value := range asked.Env {
		if err := os.Setenv(name, value); err != nil {
			return given, fmt.Errorf("variable %q: %w", name, err)
		}
	}
	for _, name := range asked.Files {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			return given, err
		}
	}
	given = answer{Tokens: tokensOf(asked.Text), Blocks: []block{}}
	defer func() {
		if reason := recover(); reason != nil {
			given.Error = fmt.Sprint("panic: ", reason)
		}
	}()
	blocks, refused := caddyfile.Parse("Corefile", strings.NewReader(asked.Text), asked.Directives)
	for _, parsed := range blocks {
		given.Blocks = append(given.Blocks, blockOf(parsed))
	}
	if refused != nil {
		given.Error = refused.Error()
	}
	return given, nil
}

func main() {
	// The parser warns of patterns that match no file.
	log.SetOutput(io.Discard)
	requests := json.NewDecoder(bufio.NewReader(os.Stdin))
	answers := json.NewEncoder(os.Stdout)
	for {
		var asked request
		if err := requests.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			fail(err)
		}
		given, err := read(asked)
		if err != nil {
			fail(err)
		}
		if err := answers.Encode(given); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
