//go:build tools

// Package tools pins the program that is built from here.
package tools

import _ "sigs.k8s.io/kustomize/kustomize/v5"
