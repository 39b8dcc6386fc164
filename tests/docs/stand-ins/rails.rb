# Stands for what of Rails the controller uses; prints its answer to a meeting number.

require 'json'
require 'stringio'

class Parameters
  def require(name)
    { meetingNumber: '845 1236 7890' }.fetch(name)
  end
end

class ApplicationController
  def self.before_action(name); end

  def params
    Parameters.new
  end

  def render(json:)
    puts JSON.generate(json)
  end
end

printed = $stdout
$stdout = StringIO.new
load "#{ARGV[0]}/ruby/sign.rb"
$stdout = printed
load "#{ARGV[0]}/rails/zoom_controller.rb"
ZoomController.new.signature
