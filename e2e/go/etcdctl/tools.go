//go:build tools

// Package tools pins the program that is built from here.
package tools

import _ "go.etcd.io/etcd/etcdctl/v3"
